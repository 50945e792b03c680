namespace Weather.Model;

public enum PolarState
{
    None,

    /// <summary>The sun stays up all day.</summary>
    Day,

    /// <summary>The sun stays down all day.</summary>
    Night,
}
