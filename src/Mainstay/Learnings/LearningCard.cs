using Mainstay.Rhythm;
using Mainstay.Storage;
using Mainstay.Web;
using Mainstay.Words;

namespace Mainstay.Learnings;

/// <summary>Today: one learning comes back, and is asked whether it is still true. One a day is enough.</summary>
public sealed class LearningCard : ITodayCard
{
    private const int LongestSaid = 140;

    public IReadOnlyList<Type> About { get; } = [typeof(Learning)];

    public async Task<IReadOnlyList<TodayItem>> Worth(Store store, DateOnly today, CancellationToken stop) => [.. (await store.LearningsDue(today, stop)).Take(1).Select(l => Card(l, today))];

    private static TodayItem Card(LearningLine line, DateOnly today) => new()
    {
        Kind = "learning",
        Subject = line.It.Id,
        Sentence = new("Learnings.CardStillTrue", Texts.Shortened(line.It.Text, LongestSaid)),
        Reasons = [new("Learnings.CardLearned", Telling.Ago(today.DayNumber - line.It.On.DayNumber)), .. LearningWords.Origin(line), new("Learnings.CardWhy")],
        Href = LearningWords.Href(line.It.Id),
        Action = new("Learnings.DoConfirm"),
        ActionHref = $"{LearningWords.Href(line.It.Id)}/confirm",
        ActionForm = new Dictionary<string, string>(),
        Instead = new("Learnings.DoRest"),
        InsteadHref = $"{LearningWords.Href(line.It.Id)}/rest",
        LaterHref = $"{LearningWords.Href(line.It.Id)}/later",
        Priority = 1.2,
    };
}
