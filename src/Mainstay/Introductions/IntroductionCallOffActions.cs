using Mainstay.Mail;
using Mainstay.Rhythm;
using Mainstay.Storage;
using Microsoft.EntityFrameworkCore;

namespace Mainstay.Introductions;

/// <summary>Letters about an introduction that is over.</summary>
internal static class IntroductionCallOffActions
{
    /// <summary>What waits is not sent any more, in the open transaction. What never went out was no contact: its touch goes, and nobody was asked, written to or thanked by it, nor by one before it that reached nobody.</summary>
    public static async Task CallOff(this Store store, Introduction it, TimeProvider clock, CancellationToken stop)
    {
        var (id, off) = (it.Id, await store.CallOffLetters(it.Id, clock, stop));
        if (off.Count == 0) return;
        await store.RemoveTouches(off, stop); // a touch is called as its letter is
        var letters = await store.Letters.AsNoTracking().Where(l => l.SubjectId == id).ToListAsync(stop);
        foreach (var what in Enum.GetValues<IntroductionSend>())
        {
            var sent = letters.FindAll(l => l.Cause == IntroductionMailActions.CauseOf(what));
            if (sent.Exists(l => off.Contains(l.Id)) && sent.TrueForAll(l => l.Failure == Letter.CalledOff || l.ReachedNobody)) it.TakeBack(what);
        }
        await store.SaveChangesAsync(stop);
    }
}
