using Mainstay.Storage;
using Mainstay.Web;
using Mainstay.Words;

namespace Mainstay.Capture;

/// <summary>Today: what was jotted down without a network waits to be looked at.</summary>
public sealed class JottedCard : ITodayCard
{
    private const int MostNamed = 3, MostLetters = 60;

    public IReadOnlyList<Type> About { get; } = [typeof(Jotting)];

    public async Task<IReadOnlyList<TodayItem>> Worth(Store store, DateOnly today, CancellationToken stop)
    {
        var waiting = await store.WaitingJottings(stop);
        if (waiting.Count == 0) return [];
        return
        [
            new()
            {
                Kind = "jotted",
                Subject = waiting[0].Jotting.Id,
                Sentence = new("Capture.CardJotted", waiting.Count),
                Reasons = [.. waiting.Take(MostNamed).Select(l => new Reason("Capture.JottedShort", Short(l.Jotting)))],
                Action = new("Capture.DoJotted"),
                ActionHref = JottedPage.Address,
                Priority = 6.9,
            },
        ];
    }

    private static string Short(Jotting jotting)
    {
        var text = jotting.Line ?? (jotting.About is { } about ? $"{jotting.Who}: {about}" : jotting.Who!);
        return Texts.Shortened(text, MostLetters);
    }
}
