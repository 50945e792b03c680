namespace Weather.Api.About;

/// <summary>The words of <c>/about</c> in one language. Values stand in braces.</summary>
internal sealed record AboutWords
{
    public required string Language { get; init; }

    /// <summary>What the language calls itself.</summary>
    public required string Endonym { get; init; }

    public bool IsRightToLeft { get; init; }

    public required string Title { get; init; }

    public required string Introduction { get; init; }

    public required string Forecasts { get; init; }

    public required string Air { get; init; }

    public required string Warnings { get; init; }

    public required string WarningsText { get; init; }

    public required string Places { get; init; }

    public required string MadeFrom { get; init; }

    public required string Zones { get; init; }

    public required string ZonesText { get; init; }

    public required string Pictures { get; init; }

    public required string PicturesText { get; init; }

    public required string Software { get; init; }

    public required string SoftwareText { get; init; }

    public required string Licence { get; init; }

    public required string Changed { get; init; }

    /// <summary>The language itself without its region, or English.</summary>
    public static AboutWords For(string? tag)
    {
        string language = (tag ?? string.Empty).Trim().Split('-', '_')[0];
        return All.FirstOrDefault(words =>
                words.Language.Equals(language, StringComparison.OrdinalIgnoreCase)
            ) ?? All[0];
    }

    public static IReadOnlyList<AboutWords> All { get; } =
    [
        new()
        {
            Language = "en",
            Endonym = "English",
            Title = "Sources and licences",
            Introduction =
                "What this service shows was measured, computed and collected by others. Here is by whom, and under which licence.",
            Forecasts = "Forecasts",
            Air = "Air quality",
            Warnings = "Warnings",
            WarningsText =
                "Warnings are shown in the words of the service that issued them, which each of them names.",
            Places = "Towns and places",
            MadeFrom = "Made from",
            Zones = "Time zones",
            ZonesText = "tz database, version {0}, in the public domain, through Noda Time (Apache-2.0).",
            Pictures = "Pictures and fonts",
            PicturesText = "The icons were drawn for this project. No font is loaded.",
            Software = "Software",
            SoftwareText = "Weather {0}, MIT licence.",
            Licence = "Licence",
            Changed = "changed by us",
        },
        new()
        {
            Language = "fr",
            Endonym = "Français",
            Title = "Sources et licences",
            Introduction =
                "Ce que montre ce service a été mesuré, calculé et rassemblé par d’autres. Voici par qui, et sous quelle licence.",
            Forecasts = "Prévisions",
            Air = "Qualité de l’air",
            Warnings = "Alertes",
            WarningsText =
                "Les alertes sont reprises dans les termes du service qui les émet, et chacune le nomme.",
            Places = "Villes et lieux",
            MadeFrom = "Établi à partir de",
            Zones = "Fuseaux horaires",
            ZonesText = "Base tz, version {0}, domaine public, au moyen de Noda Time (Apache-2.0).",
            Pictures = "Images et polices",
            PicturesText = "Les icônes ont été dessinées pour ce projet. Aucune police n’est chargée.",
            Software = "Logiciel",
            SoftwareText = "Weather {0}, licence MIT.",
            Licence = "Licence",
            Changed = "modifié par nos soins",
        },
        new()
        {
            Language = "ar",
            Endonym = "العربية",
            IsRightToLeft = true,
            Title = "المصادر والتراخيص",
            Introduction =
                "ما تعرضه هذه الخدمة قاسه وحسبه وجمعه آخرون. هذه أسماؤهم والتراخيص التي ينشرون بها.",
            Forecasts = "التوقعات الجوية",
            Air = "جودة الهواء",
            Warnings = "النشرات الإنذارية",
            WarningsText = "تعرض النشرات الإنذارية بنص الجهة التي أصدرتها، وتذكر كل نشرة اسم هذه الجهة.",
            Places = "المدن والأماكن",
            MadeFrom = "أعدت انطلاقا من",
            Zones = "المناطق الزمنية",
            ZonesText = "قاعدة بيانات tz، النسخة {0}، ملك عام، بواسطة Noda Time (Apache-2.0).",
            Pictures = "الصور والخطوط",
            PicturesText = "رسمت الأيقونات لهذا المشروع. ولا يحمل أي خط.",
            Software = "البرنامج",
            SoftwareText = "Weather {0}، ترخيص MIT.",
            Licence = "الترخيص",
            Changed = "معدلة من طرفنا",
        },
    ];
}
