namespace Weather.Edge.Tests.Hostile;

/// <summary>A body whose length nobody can tell before it ends.</summary>
internal sealed class UnseekableStream(byte[] bytes) : MemoryStream(bytes)
{
    public override bool CanSeek => false;
}
