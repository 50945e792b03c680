using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Weather.Model;

namespace Weather.Api.About;

/// <summary>Credits and words in; a page of HTML out.</summary>
internal sealed class AboutPage(AboutWords words, AboutCredits credits)
{
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);
    private readonly StringBuilder _html = new();

    public string Render()
    {
        string direction = words.IsRightToLeft ? "rtl" : "ltr";
        Write(
            $"<!doctype html>\n<html lang=\"{words.Language}\" dir=\"{direction}\">\n<head>\n<meta charset=\"utf-8\">\n"
                + "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
                + $"<title>{Text(words.Title)} · Weather</title>\n<style>{AboutStyle.Css}</style>\n</head>\n<body>\n"
        );
        WriteLanguages();
        Write($"<main>\n<h1>{Text(words.Title)}</h1>\n<p>{Text(words.Introduction)}</p>\n");
        WriteCredits(words.Forecasts, credits.Forecasts);
        WriteCredits(words.Air, credits.Air);
        WriteNote(words.Warnings, words.WarningsText);
        WriteCredits(words.Places, credits.Places);
        WriteProvenance();
        WriteNote(words.Zones, words.ZonesText, credits.TzdbVersion);
        WriteNote(words.Pictures, words.PicturesText);
        WriteNote(words.Software, words.SoftwareText, credits.Version);
        WriteList(credits.Software);
        Write("</main>\n</body>\n</html>\n");
        return _html.ToString();
    }

    private void WriteLanguages()
    {
        Write("<nav>");
        foreach (AboutWords other in AboutWords.All)
        {
            Write(
                other == words
                    ? $"<span aria-current=\"page\">{Text(other.Endonym)}</span>"
                    : $"<a href=\"?lang={other.Language}\" hreflang=\"{other.Language}\" lang=\"{other.Language}\">{Text(other.Endonym)}</a>"
            );
        }

        Write("</nav>\n");
    }

    private void WriteCredits(string heading, IReadOnlyList<Attribution> sources)
    {
        if (sources.Count == 0)
        {
            return;
        }

        Write($"<h2>{Text(heading)}</h2>\n");
        WriteList(sources);
    }

    private void WriteList(IReadOnlyList<Attribution> sources)
    {
        Write("<ul>\n");
        foreach (Attribution source in sources)
        {
            string changed = source.Changed ? $" · {Text(words.Changed)}" : string.Empty;
            Write(
                $"<li>{Linked(source.Text, source.Link)}<br><small>{Text(words.Licence)}: {Linked(source.Licence, source.LicenceLink)}{changed}</small></li>\n"
            );
        }

        Write("</ul>\n");
    }

    private void WriteProvenance() =>
        Write(
            $"<p><small>{Text(words.MadeFrom)}: <bdi dir=\"ltr\">{Text(string.Join(", ", credits.Provenance))}</bdi></small></p>\n"
        );

    private void WriteNote(string heading, string text, string value = "") =>
        Write(
            $"<h2>{Text(heading)}</h2>\n<p>{string.Format(CultureInfo.InvariantCulture, Text(text), $"<bdi>{Text(value)}</bdi>")}</p>\n"
        );

    /// <summary>Names stay in their own direction, whatever the page's is.</summary>
    private static string Linked(string text, Uri? link) =>
        link is null
            ? $"<bdi>{Text(text)}</bdi>"
            : $"<a href=\"{Text(link.AbsoluteUri)}\"><bdi>{Text(text)}</bdi></a>";

    private static string Text(string text) => Encoder.Encode(text);

    private void Write(string html) => _html.Append(html);
}
