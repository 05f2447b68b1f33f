using Mainstay.Accounts;
using Mainstay.Mail;
using Mainstay.Storage;
using Microsoft.EntityFrameworkCore;

namespace Mainstay.Introductions;

/// <summary>An ask that had not come through, sent again by hand and taken: the days to answer count from here, as when it is written anew.</summary>
internal sealed class IntroductionFatesActions : ILetterFates
{
    /// <summary>What reached nobody is read from the letters.</summary>
    public Task ReachedNobody(Store store, Letter letter, TimeProvider clock, CancellationToken stop) => Task.CompletedTask;

    public async Task WentOut(Store store, Letter letter, TimeProvider clock, CancellationToken stop)
    {
        if (letter.Cause != IntroductionMailActions.CauseAsk) return;
        var (id, today) = (letter.SubjectId, await store.OwnersDay(clock, stop));
        if (await store.Introductions.FirstOrDefaultAsync(i => i.Id == id, stop) is not { } it || !it.StillStands(letter.Cause, today)) return;
        it.SendAnew(today);
        await store.SaveChangesAsync(stop);
    }
}
