namespace Weather.ServiceDefaults;

/// <summary>
/// True from SIGTERM on. Readiness fails, requests are still served, and each answer asks its connection to close,
/// so that clients and balancers go elsewhere before the listener does.
/// </summary>
public sealed class Draining
{
    private volatile bool _begun;

    public bool Begun => _begun;

    public void Begin() => _begun = true;
}
