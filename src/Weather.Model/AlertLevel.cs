namespace Weather.Model;

/// <summary>The colour that an issuer gave to an alert. Green is the issuer's word for "nothing to watch out for".</summary>
public enum AlertLevel
{
    Green,
    Yellow,
    Orange,
    Red,
}
