using Mainstay.Storage;
using Mainstay.Web;

namespace Mainstay.Introductions;

/// <summary>Today: everybody said yes and a first word is due, two weeks have passed, the connector is to be thanked, or it did not come about.</summary>
public sealed class IntroductionCard : ITodayCard
{
    public IReadOnlyList<Type> About { get; } = [typeof(Introduction)];

    public async Task<IReadOnlyList<TodayItem>> Worth(Store store, DateOnly today, CancellationToken stop) => [.. (await store.IntroductionsDue(today, stop)).Select(l => Card(l, today))];

    private static TodayItem Card(IntroductionLine line, DateOnly today)
    {
        var step = line.It.StepOn(today);
        var person = step == IntroductionStep.Thank ? (line.It.ConnectorId!.Value, line.Connector!) : (line.It.SecondId, line.Second);
        return new()
        {
            Kind = "introduction",
            Subject = line.It.Id,
            PersonId = person.Item1,
            PersonName = person.Item2,
            Sentence = new($"Introductions.Card{step}{(step == IntroductionStep.Write && line.It.IsLate(today) ? "Late" : "")}{(line.It.IsMine ? "Mine" : "")}", line.Second, line.It.IsMine ? line.First : line.Connector),
            Reasons = [IntroductionWords.State(line, today), new("Introductions.ItWasFor", line.It.Purpose)],
            Action = new($"Introductions.Do{step}"),
            ActionHref = $"/introductions/{line.It.Id}",
            LaterHref = $"/introductions/{line.It.Id}/later",
            Priority = step switch { IntroductionStep.Write => 5.3, IntroductionStep.SayMet => 4.2, IntroductionStep.TryAnother or IntroductionStep.AskAgain => 4.1, _ => 3.7 },
        };
    }
}
