using System.Text.Json;
using Mainstay.People;
using Mainstay.Rhythm;
using Mainstay.Storage;
using Mainstay.Words;

namespace Mainstay.Lists;

/// <summary>Something that was changed of many people at once, with what each of them was before.</summary>
public sealed class BulkChange : IOwned
{
    public const int DaysKept = 30;

    public Guid SpaceId { get; set; }

    public Guid Id { get; init; } = Guid.CreateVersion7();

    public DateTime At { get; init; }

    /// <summary>What was done, as JSON.</summary>
    public required string Edit { get; init; }

    /// <summary>Of how many it was asked.</summary>
    public int Asked { get; init; }

    /// <summary>How many of them it changed.</summary>
    public int People { get; init; }

    /// <summary>What each of these was before, as JSON.</summary>
    public required string Before { get; init; }

    public DateTime? UndoneAt { get; set; }

    /// <summary>Who stayed as they are when it was taken back, because they were changed since; ids as JSON.</summary>
    public string? Stayed { get; set; }

    public PeopleEdit What => JsonSerializer.Deserialize<PeopleEdit>(Edit, Json.OneLine)!;

    public IReadOnlyList<Was> Were => JsonSerializer.Deserialize<List<Was>>(Before, Json.OneLine)!;

    public IReadOnlyList<Guid> WhoStayed => Stayed is null ? [] : JsonSerializer.Deserialize<List<Guid>>(Stayed, Json.OneLine)!;

    /// <summary>"The label “gold” was given to 214 people."</summary>
    public Reason Said => What is { Kind: EditKind.Layer } to ? new("Lists.DidLayer", new Reason($"Rhythm.Choose{(to.Layer == Layer.None ? "NoLayer" : to.Layer)}"), People)
        : What is { Kind: EditKind.Cadence, CadenceDays: var days } ? new($"Lists.DidCadence{days switch { null => "OfLayer", Layers.NoCadence => "Off", _ => "" }}", days, People)
        : new($"Lists.Did{What.Kind}", What is { Kind: EditKind.AddRole or EditKind.RemoveRole, Value: { } role } ? PersonWords.Role(role) : (object?)What.Value, People);

    /// <summary>What became of those whom it did not change; null when there are none.</summary>
    public Reason? SaidOfOthers => Asked > People ? new("Lists.WereSo", Asked - People) : null;
}

/// <summary>What one person was before a change of many: only what was changed.</summary>
public sealed record Was(Guid Id)
{
    /// <summary>Labels or roles that were taken away.</summary>
    public IReadOnlyList<WasWord> Words { get; init; } = [];

    public Layer Layer { get; init; }

    public int? CadenceDays { get; init; }
}

/// <summary>A label or a role that was taken away, and where it stood.</summary>
public sealed record WasWord(string Name, int Position, DateOnly? Since = null, DateOnly? Until = null);
