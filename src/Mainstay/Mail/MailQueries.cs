using Mainstay.Storage;
using Mainstay.Words;
using Microsoft.EntityFrameworkCore;

namespace Mainstay.Mail;

public static class MailQueries
{
    /// <summary>What was sent, and what was not, the last first; what waits before all.</summary>
    public static Task<List<Letter>> LetterLog(this Store store, int most, CancellationToken stop) =>
        store.Letters.AsNoTracking().OrderByDescending(l => l.CreatedAt).ThenByDescending(l => l.Id).Take(most).ToListAsync(stop);

    public static async Task<Letter> LetterOf(this Store store, Guid id, CancellationToken stop) =>
        await store.Letters.SingleOrDefaultAsync(l => l.Id == id, stop) ?? throw new NotFound("Mail.NoSuchLetter");

    /// <summary>One letter by its id, or by the end of it.</summary>
    public static async Task<Letter> FindLetter(this Store store, string named, CancellationToken stop)
    {
        var found = (await store.Letters.Select(l => l.Id).ToListAsync(stop)).Where(id => id.ToString().EndsWith(named, StringComparison.OrdinalIgnoreCase)).Take(2).ToList();
        return found.Count == 1 ? await store.LetterOf(found[0], stop) : throw new NotFound("Mail.NoSuchLetter");
    }

    /// <summary>Which of these a person may send once more: what did not come through, or may not have, and is still to the point.</summary>
    public static async Task<IReadOnlySet<Guid>> ToSendAgain(this Store store, IEnumerable<Letter> letters, IReadOnlyCollection<ILetterSubjects> rooms, TimeProvider clock, CancellationToken stop)
    {
        var again = new HashSet<Guid>();
        foreach (var letter in letters.Where(l => l.MayBeSentAgain))
        {
            var stands = true;
            foreach (var room in rooms) stands = stands && await room.StillStands(store, letter, clock, stop);
            if (stands) again.Add(letter.Id);
        }
        return again;
    }

    /// <summary>When the next one may be sent, or one in hand counts as abandoned.</summary>
    internal static async Task<DateTime?> NextLetter(this Store store, TimeSpan hold, CancellationToken stop)
    {
        var waits = await store.Letters.Where(l => l.State == LetterState.Waiting).MinAsync(l => (DateTime?)l.NextAt, stop);
        var held = await store.Letters.Where(l => l.State == LetterState.Claimed).MinAsync(l => l.ClaimedAt, stop) + hold;
        return waits is null || held < waits ? held : waits;
    }

    /// <summary>Why it was not sent, in words.</summary>
    public static Reason? WhyNot(this Letter letter) => letter.Failure is { } key ? new(key, letter.Answer) : null;
}
