using Mainstay.Accounts;
using Mainstay.Storage;
using Mainstay.Words;
using Microsoft.EntityFrameworkCore;

namespace Mainstay.Accountability;

/// <summary>A check-in by the owner's own link.</summary>
public static class CheckInLinkActions
{
    /// <summary>Notes it and uses the link up. It is for the day that the page named: a page that lay open for a week says nothing of another one.</summary>
    public static Task<Guid> CheckInByLink(this Store store, TokenLink link, NewCheckIn said, DateOnly today, TimeProvider clock, CancellationToken stop) => store.AllOrNothing(async () =>
    {
        Mistaken.ThrowIf(said.Check());
        await store.UseLink(link, clock, stop);
        var line = await store.CheckInWaiting(link, today, stop);
        if (said.For is { } day && day != line.Course.CheckInToAnswer(today)) throw new Gone("Accounts.LinkExpired");
        return await store.NoteCheckIn(link.SubjectId, said, today, clock, stop);
    }, stop);

    /// <summary>The commitment whose check-in waits; when none does, the link has nothing to ask. It is good again when the commitment rests no longer, within its three days.</summary>
    internal static async Task<CommitmentLine> CheckInWaiting(this Store store, TokenLink link, DateOnly today, CancellationToken stop)
    {
        if (!await store.Commitments.AnyAsync(c => c.Id == link.SubjectId, stop)) throw new NotFound("Accounts.NoSuchLink");
        var line = await store.CommitmentOf(link.SubjectId, stop);
        return line.Course.CheckInToAnswer(today) is null ? throw new Gone(WhyNothingWaits(line.Course, today)) : line;
    }

    private static string WhyNothingWaits(CommitmentCourse course, DateOnly today) =>
        !course.IsOpen ? "Accountability.ItIsOver" : course.IsPausedOn(today) ? "Accountability.LinkRests" : course.PromiseOn(today).Due <= today ? "Accountability.LinkDue" : "Accounts.LinkUsed";
}
