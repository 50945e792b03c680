namespace Weather.Providers;

/// <summary>What the pages are that embed the widget. A page with advertising or subscriptions is commercial.</summary>
internal enum Usage
{
    NonCommercial,
    Commercial,
}
