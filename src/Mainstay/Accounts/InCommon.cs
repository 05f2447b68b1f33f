namespace Mainstay.Accounts;

/// <summary>What all servers on one PostgreSQL have in common and no space owns: their keys, and the mark by which their cookies are known. It is in no archive.</summary>
public sealed class InCommon
{
    /// <summary>What it is.</summary>
    public required string Name { get; init; }

    public required string Text { get; set; }
}
