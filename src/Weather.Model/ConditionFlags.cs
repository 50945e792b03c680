namespace Weather.Model;

/// <summary>What qualifies a <see cref="ConditionKind"/>.</summary>
[Flags]
public enum ConditionFlags
{
    None = 0,
    Showers = 1,
    Freezing = 2,
    Hail = 4,
    Grains = 8,
    Pellets = 16,
    Drifting = 32,
    Dust = 64,
    Thunder = 128,
}
