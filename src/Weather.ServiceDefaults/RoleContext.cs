using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;

namespace Weather.ServiceDefaults;

/// <summary>What the process lends to its roles.</summary>
public sealed record RoleContext(
    IConfiguration Configuration,
    string EnvironmentName,
    ILoggerFactory LoggerFactory,
    TimeProvider Time,
    Draining Draining
)
{
    public bool IsDevelopment =>
        string.Equals(EnvironmentName, "Development", StringComparison.OrdinalIgnoreCase);
}
