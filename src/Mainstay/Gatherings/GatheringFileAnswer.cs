using System.ComponentModel;
using Mainstay.Words;

namespace Mainstay.Gatherings;

/// <summary>A gathering of a calendar file, as programs are told of it.</summary>
public sealed record GatheringOfFileAnswer([property: Description("What makes it the same in another file.")] string Key, string Name, DateOnly On, [property: Description("The last day, inclusive.")] DateOnly Until)
{
    [Description("The time it begins where you are; null for whole days.")]
    public string? From { get; init; }

    public string? To { get; init; }

    public string? Place { get; init; }

    [Description("It does not take place.")]
    public bool CalledOff { get; init; }

    [Description("It is written down already.")]
    public bool Known { get; init; }

    public static GatheringOfFileAnswer Of(FileEvent one, IReadOnlySet<string> known) => new(one.Key, one.Name, one.It.On, one.It.LastDay)
    {
        From = Clock.Write(one.It.From),
        To = Clock.Write(one.It.To),
        Place = one.It.Place,
        CalledOff = one.IsCalledOff,
        Known = known.Contains(one.Key),
    };
}

/// <summary>What became of a gathering of a calendar file.</summary>
public sealed record FiledGatheringAnswer(GatheringAnswer Gathering, FileFate Outcome)
{
    public static FiledGatheringAnswer Of(FiledGathering filed, TimeZoneInfo zone) => new(GatheringAnswer.Of(filed.It, zone), filed.Fate);
}

/// <summary>What of a calendar file may become gatherings, as programs are told of it.</summary>
public sealed record GatheringFileAnswer(IReadOnlyList<GatheringOfFileAnswer> Items, [property: Description("There are more than these.")] bool More, [property: Description("So many parts of the file could not be read.")] int Unread)
{
    [Description("What is wrong in the file, and where.")]
    public IReadOnlyList<FileFaultAnswer> Problems { get; init; } = [];

    internal static GatheringFileAnswer Of(IEnumerable<FileEvent> events, IReadOnlySet<string> known, GatheringFile file) => new([.. events.Select(e => GatheringOfFileAnswer.Of(e, known))], file.IsCut, file.Unread) { Problems = FileFaultAnswer.Of(file) };
}

/// <summary>What is wrong in a file, and where, as programs are told of it.</summary>
public sealed record FileFaultAnswer(long Line, [property: Description("The character of that line, from 1; 1 where the line as a whole is meant.")] int Column, string Message)
{
    internal static IReadOnlyList<FileFaultAnswer> Of(GatheringFile file) => [.. file.Faults.Select(f => new FileFaultAnswer(f.Line, f.Column, f.Sentence().InWords()))];
}

/// <summary>What became of the gatherings of a calendar file.</summary>
public sealed record FiledGatheringsAnswer(IReadOnlyList<FiledGatheringAnswer> Items, [property: Description("By what those that were added are taken back; null when there are none.")] Guid? Change, [property: Description("There are more in the file than these.")] bool More, [property: Description("So many parts of the file could not be read.")] int Unread)
{
    [Description("What is wrong in the file, and where.")]
    public IReadOnlyList<FileFaultAnswer> Problems { get; init; } = [];

    internal static FiledGatheringsAnswer Of(FiledGatherings filed, GatheringFile file, TimeZoneInfo zone) => new([.. filed.All.Select(f => FiledGatheringAnswer.Of(f, zone))], filed.Change, file.IsCut, file.Unread) { Problems = FileFaultAnswer.Of(file) };
}
