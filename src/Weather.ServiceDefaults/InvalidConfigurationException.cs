namespace Weather.ServiceDefaults;

/// <summary>A setting that stops the start. The message is one sentence that names the key and what is allowed, never the value.</summary>
public sealed class InvalidConfigurationException(string key, string allowed) : Exception($"{key} {allowed}.")
{
    public string Key { get; } = key;
}
