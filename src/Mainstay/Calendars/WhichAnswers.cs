using System.ComponentModel;
using Mainstay.Gatherings;
using Mainstay.Words;

namespace Mainstay.Calendars;

/// <summary>A gathering that fits, as programs are told of it.</summary>
public sealed record FittingGathering(
    [property: Description("Of what is announced; null for a gathering of yours.")] Guid? AnnouncedId,
    [property: Description("Of a gathering of yours; null for what is announced.")] Guid? GatheringId,
    string Name, DateOnly On, [property: Description("The last day, inclusive.")] DateOnly Until)
{
    [Description("The time it begins where you are; null for whole days.")]
    public string? From { get; init; }

    public string? To { get; init; }

    public string? Place { get; init; }

    public string? Link { get; init; }

    [Description("Which calendar announces it.")]
    public string? Calendar { get; init; }

    [Description("Why, the weightiest first.")]
    public IReadOnlyList<string> Reasons { get; init; } = [];

    public static FittingGathering Of(Fit fit)
    {
        var it = fit.It.It;
        return new(fit.It.IsMine ? null : fit.It.Id, fit.It.IsMine ? fit.It.Id : null, it.Name, it.On, it.LastDay)
        {
            From = Clock.Write(it.From),
            To = Clock.Write(it.To),
            Place = it.Place,
            Link = it.Link,
            Calendar = fit.It.Calendar,
            Reasons = [.. fit.Reasons.Select(r => r.InWords())],
        };
    }
}

/// <summary>Which gatherings fit, as programs are told of it.</summary>
public sealed record FittingGatherings(IReadOnlyList<FittingGathering> Items, [property: Description("So many gatherings ahead were looked at.")] int Looked, [property: Description("So many needs and goals were held against them.")] int Needs)
{
    [Description("How often you mean to go to gatherings and how that stands, in words; null when you set no rhythm.")]
    public string? Rhythm { get; init; }

    public static FittingGatherings Of(WhichAnswer answer, Attending? rhythm) => new([.. answer.Best.Take(WhichQueries.MostNamed).Select(FittingGathering.Of)], answer.Looked, answer.Needs)
    {
        Rhythm = rhythm is null ? null : AttendingWords.Sentence(rhythm).InWords(),
    };
}
