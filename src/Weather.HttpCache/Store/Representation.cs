using Weather.HttpCache.Semantics;

namespace Weather.HttpCache.Store;

/// <summary>What can be sent to a client (RFC 9110 8): a message and its body, whether or not they are stored.</summary>
internal readonly record struct Representation(Message Message, Body Body);
