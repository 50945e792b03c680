namespace Weather.Model;

/// <summary>An hour's place in a step of several hours.</summary>
/// <param name="Index">0 for the step's first hour.</param>
/// <param name="Length">Hours in the step.</param>
public readonly record struct StepPosition(int Index, int Length);
