namespace Weather.Model;

/// <summary>The closed list of what the sky can do. Order carries no meaning; <see cref="Condition.Severity"/> does.</summary>
public enum ConditionKind
{
    Clear,
    MostlyClear,
    PartlyCloudy,
    Cloudy,
    Haze,
    Smoke,
    Dust,
    Fog,
    Drizzle,
    Rain,
    Sleet,
    Snow,
    Squall,
    Thunder,
    Ash,
    Tornado,
}
