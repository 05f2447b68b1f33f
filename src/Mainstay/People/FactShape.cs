namespace Mainstay.People;

/// <summary>What a fact or a part of a person is to programs.</summary>
/// <param name="Name">Its name in JSON, camelCase.</param>
/// <param name="Type">Of what it is.</param>
/// <param name="About">What it means.</param>
public sealed record FactShape(string Name, Type Type, string About)
{
    /// <summary>It is null when nothing is known.</summary>
    public bool MayBeNull { get; init; }

    /// <summary>The only words it may be.</summary>
    public IReadOnlyList<string>? OneOf { get; init; }
}
