using System.Globalization;
using Microsoft.Extensions.Configuration;
using Weather.HttpCache;
using Weather.ServiceDefaults;

namespace Weather.Edge;

/// <summary><c>Weather:Edge:Cache</c>: the cache's sizes and deadlines, read at start with errors that name the key.</summary>
internal static class CacheSettings
{
    private const string Section = "Weather:Edge:Cache";
    private static readonly TimeSpan Longest = TimeSpan.FromHours(1);

    /// <summary>Reads what is set into <paramref name="options"/>; the rest stays as it is.</summary>
    public static void Read(IConfiguration configuration, HttpCacheOptions options)
    {
        IConfigurationSection section = configuration.GetSection(Section);
        options.MaxBytes = Bytes(section, nameof(options.MaxBytes), options.MaxBytes, long.MaxValue);
        options.MaxBodyBytes = (int)Bytes(
            section,
            nameof(options.MaxBodyBytes),
            options.MaxBodyBytes,
            Array.MaxLength
        );
        options.FetchDeadline = Span(section, nameof(options.FetchDeadline), options.FetchDeadline);
        options.SoftDeadline = Span(section, nameof(options.SoftDeadline), options.SoftDeadline);
        options.ProbeInterval = Span(section, nameof(options.ProbeInterval), options.ProbeInterval);
        if (options.MaxBytes <= options.MaxBodyBytes)
        {
            throw Wrong(
                nameof(options.MaxBytes),
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"must be more than {Section}:{nameof(options.MaxBodyBytes)}, which is {options.MaxBodyBytes}"
                )
            );
        }

        if (options.SoftDeadline >= options.FetchDeadline)
        {
            throw Wrong(
                nameof(options.SoftDeadline),
                $"must be shorter than {Section}:{nameof(options.FetchDeadline)}, which is {options.FetchDeadline:c}"
            );
        }
    }

    private static long Bytes(IConfiguration section, string name, long unset, long most)
    {
        if (section[name] is not { Length: > 0 } text)
        {
            return unset;
        }

        return
            long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out long bytes)
            && bytes > 0
            && bytes <= most
            ? bytes
            : throw Wrong(name, "must be a number of bytes such as 8388608");
    }

    private static TimeSpan Span(IConfiguration section, string name, TimeSpan unset)
    {
        if (section[name] is not { Length: > 0 } text)
        {
            return unset;
        }

        return
            TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out TimeSpan span)
            && span > TimeSpan.Zero
            && span <= Longest
            ? span
            : throw Wrong(name, "must be a time span such as 00:00:00.250, an hour at most");
    }

    private static InvalidConfigurationException Wrong(string name, string allowed) =>
        new($"{Section}:{name}", allowed);
}
