using Mainstay.Storage;
using Mainstay.Web;
using Mainstay.Words;

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
            Sentence = new(Sentence(line.Ask, step, isNews, today), line.Name),
            Reasons = [Stands(line, step, today), line.Ask.IsConfidential ? new("Exchange.Confidential") : new("Exchange.YouAsked", line.Ask.What)],
            IsConfidential = line.Ask.IsConfidential,
            Action = new(isNews ? "Exchange.DoSee" : $"Exchange.Do{step}"),
            ActionHref = $"/asks/{line.Ask.Id}",
            LaterHref = $"/asks/{line.Ask.Id}/later",
            Priority = step switch { AskStep.SayOutcome when isNews => 5.2, AskStep.TellMore => 5.1, AskStep.AskNext or AskStep.AskAgain => 4.4, AskStep.Thank => 3.6, _ => 3.2 },
        };
    }

    private static string Sentence(Ask ask, AskStep step, bool isNews, DateOnly today) =>
        isNews ? "Exchange.CardYes" : step == AskStep.AskNext && ask.StateOn(today) == AskState.NoAnswer ? "Exchange.CardAskNextSilent" : $"Exchange.Card{step}";

    /// <summary>When the answer came, where the sentence says already what it was; else how the ask stands.</summary>
    private static Reason Stands(AskLine line, AskStep step, DateOnly today) =>
        step is AskStep.SayOutcome or AskStep.TellMore && line.Ask.AnsweredOn is { } on && on.AddMonths(2) > today ? new("Exchange.AnswerCame", Near.Of(on, today)) : AskWords.State(line.Ask, line.Name, today);
}
