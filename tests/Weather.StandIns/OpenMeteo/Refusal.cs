namespace Weather.StandIns.OpenMeteo;

/// <summary>An answer of the form <c>{"error":true,"reason":"…"}</c>.</summary>
internal sealed record Refusal(int Status, string Reason);
