using Mainstay.Storage;
using Mainstay.Web;

namespace Mainstay.Exchange;

/// <summary>Today: an answer came, the day of an answer passed, a yes should have come to something, thanks are due.</summary>
public sealed class AskCard : ITodayCard
{
    public IReadOnlyList<Type> About { get; } = [typeof(Ask)];

    public async Task<IReadOnlyList<TodayItem>> Worth(Store store, DateOnly today, CancellationToken stop) => [.. (await store.AsksDue(today, stop)).Select(l => Card(l, today))];

    private static TodayItem Card(AskLine line, DateOnly today)
    {
        var step = line.Ask.StepOn(today);
        var isNews = step == AskStep.SayOutcome && today.DayNumber - line.Ask.AnsweredOn?.DayNumber < AskSteps.DaysToHelp;
        return new()
        {
            Kind = "ask",
            Subject = line.Ask.Id,
            PersonId = line.Ask.PersonId,
            PersonName = line.Name,
            Sentence = new(isNews ? "Exchange.CardYes" : $"Exchange.Card{step}", line.Name),
            Reasons = [AskWords.State(line.Ask, line.Name, today), line.Ask.IsConfidential ? new("Exchange.Confidential") : new("Exchange.YouAsked", line.Ask.What)],
            IsConfidential = line.Ask.IsConfidential,
            Action = new(isNews ? "Exchange.DoSee" : $"Exchange.Do{step}"),
            ActionHref = $"/asks/{line.Ask.Id}",
            LaterHref = $"/asks/{line.Ask.Id}/later",
            Priority = step switch { AskStep.SayOutcome when isNews => 5.2, AskStep.TellMore => 5.1, AskStep.AskNext or AskStep.AskAgain => 4.4, AskStep.Thank => 3.6, _ => 3.2 },
        };
    }
}
