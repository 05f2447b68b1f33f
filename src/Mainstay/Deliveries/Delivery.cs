using Mainstay.Storage;

namespace Mainstay.Deliveries;

/// <summary>How far a delivery has come.</summary>
public enum DeliveryStage
{
    /// <summary>Somebody looks through the files.</summary>
    Looking = 0,

    /// <summary>What columns mean is for the owner to say.</summary>
    Asking = 1,

    /// <summary>The look ahead is there, and waits for the owner.</summary>
    Ready = 2,

    /// <summary>It is being brought in, or waits in line for it.</summary>
    Started = 3,

    /// <summary>It cannot be brought in.</summary>
    Broken = 4,
}

/// <summary>Files that were handed in on the web, on their way into the network. Once they are in, the import of the same id stands in its place.</summary>
public sealed class Delivery : IOwned
{
    public Guid SpaceId { get; set; }

    public Guid Id { get; init; } = Guid.CreateVersion7();

    public DateTime At { get; init; }

    /// <summary>The names of the files as the owner knows them, in their order, as JSON.</summary>
    public required string Files { get; init; }

    public DeliveryStage Stage { get; set; }

    /// <summary>IANA name of the zone of who handed it in.</summary>
    public required string TimeZone { get; init; }

    /// <summary>The language in which it is told what becomes of it.</summary>
    public required string Locale { get; init; }

    /// <summary>What was written in messages is kept.</summary>
    public bool WithText { get; set; }

    /// <summary>What the columns of unknown tables mean, by the place of the file, as JSON.</summary>
    public string? Columns { get; set; }

    /// <summary>Who the owner said is the same person, as JSON.</summary>
    public string? Same { get; set; }

    /// <summary>What was seen: the look ahead, or tables to be explained, as JSON.</summary>
    public string? Look { get; set; }

    /// <summary>Why it was not brought in, in the words of who handed it in.</summary>
    public string? Problem { get; set; }
}

/// <summary>What was seen in the files.</summary>
/// <param name="Report">What an import would do; null while tables are to be explained.</param>
/// <param name="Tables">Tables nobody knows, by the place of the file.</param>
public sealed record Look(Intake.ReportInWords? Report, IReadOnlyDictionary<int, Intake.UnknownTable> Tables)
{
    /// <summary>Whether there is anything to bring in.</summary>
    public bool IsWorthwhile => Report is { } report && report.Files.Any(f => f.Added + f.Updated + f.PeopleAdded + f.TouchesAdded > 0);
}
