using System.Xml.Linq;

namespace Weather.Providers.Alerts;

internal sealed class XmlCapNode(XElement element) : CapNode
{
    public override IEnumerable<CapNode> All(string name) =>
        element
            .Elements()
            .Where(child => child.Name.LocalName == name)
            .Select(child => new XmlCapNode(child));

    public override string? Value => element.HasElements ? null : element.Value;
}
