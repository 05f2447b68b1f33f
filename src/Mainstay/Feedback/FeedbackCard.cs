using Mainstay.Storage;
using Mainstay.Web;

namespace Mainstay.Feedback;

/// <summary>Today: one reminder makes sense, answers are there, those who answered are to be told, it is asked what changed, or it is time to ask again.</summary>
public sealed class FeedbackCard : ITodayCard
{
    public IReadOnlyList<Type> About { get; } = [typeof(FeedbackRequest), typeof(FeedbackPlan)];

    public async Task<IReadOnlyList<TodayItem>> Worth(Store store, DateOnly today, CancellationToken stop)
    {
        var all = await store.OpenFeedback(stop);
        List<TodayItem> cards = [.. from line in all let step = line.StepOn(today) where line.It.IsDue(step, today) orderby line.It.CreatedAt descending, line.It.Id descending select Card(line, step, today)];
        if (await store.FeedbackRhythm(stop) is { } plan && !(plan.QuietUntil > today) && await store.NextFeedback(plan, stop) <= today && all.All(l => l.StepOn(today) is FeedbackStep.Nothing or FeedbackStep.SayChanged)) cards.Add(Again(plan));
        return cards;
    }

    private static TodayItem Card(FeedbackLine line, FeedbackStep step, DateOnly today) => new()
    {
        Kind = "feedback",
        Subject = line.It.Id,
        Sentence = new($"Feedback.Card{step}", line.It.About),
        Reasons = [FeedbackWords.State(line, today), .. step == FeedbackStep.SayChanged && line.It.Response is { } will ? [new("Feedback.YouWanted", will)] : Array.Empty<Words.Reason>()],
        Href = FeedbackWords.Href(line.It.Id),
        Action = new($"Feedback.Do{step}"),
        ActionHref = FeedbackWords.Href(line.It.Id),
        LaterHref = $"{FeedbackWords.Href(line.It.Id)}/later",
        Priority = step switch { FeedbackStep.Respond => 4.6, FeedbackStep.Tell => 3.8, FeedbackStep.Remind => 3.7, FeedbackStep.AskMore => 3.0, FeedbackStep.Send => 2.6, _ => 2.0 },
    };

    private static TodayItem Again(FeedbackPlan plan) => new()
    {
        Kind = "feedback",
        Subject = plan.Id,
        Sentence = new("Feedback.CardAgain"),
        Reasons = [new("Feedback.RhythmIs", plan.Months)],
        Href = FeedbackPage.Address,
        Action = new("Feedback.DoAgain"),
        ActionHref = FeedbackPage.Address + "/new",
        LaterHref = FeedbackPage.Address + "/rhythm/later",
        Priority = 1.6,
    };
}
