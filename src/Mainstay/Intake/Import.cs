using System.Text.Json.Serialization;
using Mainstay.Storage;

namespace Mainstay.Intake;

/// <summary>One import, of one file or several, as it can be looked up and taken back.</summary>
public sealed class Import : IOwned
{
    /// <summary>The format of a whole network that was loaded as it is.</summary>
    public const string WholeFormat = "mainstay";

    /// <summary>How the report of such a load shows itself; in a file's name the quotes are escaped.</summary>
    internal const string WholeMark = $"\"format\":\"{WholeFormat}\"";

    public Guid SpaceId { get; set; }

    public Guid Id { get; init; } = Guid.CreateVersion7();

    public DateTime At { get; init; }

    /// <summary>The names of the files.</summary>
    public required string Files { get; init; }

    public int Added { get; init; }

    public int Updated { get; init; }

    public int Unchanged { get; init; }

    public int Skipped { get; init; }

    /// <summary>The report as JSON.</summary>
    public required string Report { get; init; }

    public DateTime? UndoneAt { get; set; }

    /// <summary>What the undo took back and what stayed, as JSON.</summary>
    public string? UndoReport { get; set; }

    /// <summary>Everything that was here came with it: it is no part of the network, and is not taken back.</summary>
    public bool IsWhole => Report.Contains(WholeMark, StringComparison.Ordinal);
}

public enum ChangeKind { PersonAdded = 0, PersonChanged = 1, TouchAdded = 2, TouchChanged = 3, OrganizationAdded = 4 }

/// <summary>One thing an import made or changed, with what it was before and a fingerprint of what it left.</summary>
public sealed class ImportChange : IOwned
{
    public Guid SpaceId { get; set; }

    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required Guid ImportId { get; init; }

    public ChangeKind Kind { get; init; }

    /// <summary>The person, touch or organization.</summary>
    public required Guid Subject { get; init; }

    /// <summary>What it was, as JSON; null for what was not there.</summary>
    public string? Before { get; init; }

    /// <summary>If it is still this, nobody edited it since.</summary>
    public string After { get; set; } = "";
}

/// <summary>Under which identity a source knows a person, and what it said of them last time.</summary>
public sealed class SourceIdentity : IOwned
{
    /// <summary>Not written where it is remembered what an import replaced: that may be put back in another space.</summary>
    [JsonIgnore]
    public Guid SpaceId { get; set; }

    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required Guid PersonId { get; set; }

    /// <summary><c>vcard</c>, <c>google</c>, <c>linkedin</c>, …</summary>
    public required string Source { get; init; }

    /// <summary>The source's own, or <c>~</c> and the fingerprint of the row where it has none.</summary>
    public required string Identity { get; init; }

    /// <summary>Of all the source said. The same again costs nothing.</summary>
    public required string Fingerprint { get; init; }

    /// <summary>What it said, as JSON.</summary>
    public required string Said { get; init; }

    /// <summary>The import that wrote this.</summary>
    public Guid ImportId { get; init; }
}

/// <summary>Under which identity a source knows a touch.</summary>
public sealed class TouchIdentity : IOwned
{
    public Guid SpaceId { get; set; }

    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required string Source { get; init; }

    public required string Identity { get; init; }

    public required string Fingerprint { get; set; }

    /// <summary>May be gone meanwhile: what the owner removed does not come back.</summary>
    public Guid TouchId { get; init; }

    public Guid PersonId { get; set; }

    public Guid ImportId { get; init; }
}
