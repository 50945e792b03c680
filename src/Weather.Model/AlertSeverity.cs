namespace Weather.Model;

/// <summary>CAP 1.2 severity, as the issuer gave it. Not a colour: a watch and a warning may have the same one.</summary>
public enum AlertSeverity
{
    Minor,
    Moderate,
    Severe,
    Extreme,
}
