using System.Text.Json;

namespace Weather.Providers.Alerts;

internal sealed class JsonCapNode(JsonElement element) : CapNode
{
    public override IEnumerable<CapNode> All(string name)
    {
        if (element.ValueKind != JsonValueKind.Object || !element.TryGetProperty(name, out JsonElement child))
        {
            return [];
        }

        return child.ValueKind == JsonValueKind.Array
            ? child.EnumerateArray().Select(item => new JsonCapNode(item))
            : [new JsonCapNode(child)];
    }

    public override string? Value =>
        element.ValueKind switch
        {
            JsonValueKind.String => element.GetString(),
            JsonValueKind.Number => element.GetRawText(),
            _ => null,
        };
}
