using Weather.Api.Air;
using Weather.Api.Alerts;

namespace Weather.Api.Forecasts;

/// <summary>What was asked for beside the forecast; null was not asked for or cannot be had here.</summary>
internal readonly record struct PendingBlocks(PendingBlock<AirEntry>? Air, PendingBlock<AlertEntry>? Alerts);
