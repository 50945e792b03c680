using System.Security.Cryptography;
using System.Text;

namespace Weather.Api.About;

/// <summary>The page's only style. It stands in the page and is allowed by its hash: nothing else is.</summary>
internal static class AboutStyle
{
    public const string Css = """
        :root{color-scheme:light dark;--text:#1d2125;--soft:#4d555e;--ground:#fff;--link:#0a58a8;--line:#d5dae0}
        @media(prefers-color-scheme:dark){:root{--text:#e6e9ec;--soft:#aab2bb;--ground:#15181c;--link:#8cbcf5;--line:#363c44}}
        body{margin:0 auto;max-inline-size:42rem;padding:1.5rem 1rem 3rem;background:var(--ground);color:var(--text);font:1rem/1.6 system-ui,sans-serif}
        h1{font-size:1.6rem;line-height:1.25;margin:1rem 0}
        h2{font-size:1.1rem;margin:2rem 0 .5rem;padding-block-start:1rem;border-block-start:1px solid var(--line)}
        a{color:var(--link)}
        nav a,nav span{display:inline-block;padding:.5rem 0;margin-inline-end:1rem}
        ul{margin:0;padding-inline-start:1.2rem}
        li{margin-block:.4rem;overflow-wrap:anywhere}
        small{color:var(--soft);font-size:.875rem}
        """;

    /// <summary>No script, no picture, no font, no form, no frame but our own (CSP 3).</summary>
    public static string Policy { get; } =
        $"default-src 'none'; style-src 'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Css)))}'; "
        + "base-uri 'none'; form-action 'none'; frame-ancestors 'self'";
}
