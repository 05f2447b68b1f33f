using System.Text.Json;
using Mainstay.Accounts;
using Mainstay.Mail;
using Mainstay.People;
using Mainstay.Storage;
using Mainstay.Words;
using Microsoft.EntityFrameworkCore;

namespace Mainstay.Outreach;

/// <summary>A letter that was refused for good or kept back was no contact, of whichever room it was; and it is one on the day on which it goes out after all.</summary>
internal sealed class UnreachedActions : ILetterFates
{
    private const string Kind = "letterUnreached";

    public async Task ReachedNobody(Store store, Letter letter, TimeProvider clock, CancellationToken stop)
    {
        var (person, undone) = await store.NoContact(letter.Id, stop);
        if (undone is { Touch: null, Stood: null }) return;
        await store.KeepFormer(new() { PersonId = person, Kind = Kind, Before = JsonSerializer.Serialize(undone, Json.OneLine), After = Named(letter), At = clock.GetUtcNow().UtcDateTime }, stop);
    }

    public async Task WentOut(Store store, Letter letter, TimeProvider clock, CancellationToken stop)
    {
        var (id, named) = (letter.Id, Named(letter));
        if (await store.Formers.AsNoTracking().Where(f => f.Kind == Kind && f.After == named).OrderByDescending(f => f.At).FirstOrDefaultAsync(stop) is not { } former) return;
        var (today, undone, are) = (await store.OwnersDay(clock, stop), JsonSerializer.Deserialize<CameBackActions.Undone>(former.Before, Json.OneLine)!, await store.WhoTheyAre(stop));
        await store.Drafts.Where(d => d.Id == id && d.SentOn != null).ExecuteUpdateAsync(set => set.SetProperty(d => d.SentOn, today), stop);
        await store.AfterAll(undone with
        {
            Touch = undone.Touch is { } touch ? touch with { On = today, People = [.. touch.People.Select(p => are.GetValueOrDefault(p, p)).Distinct()] } : null,
            Stood = undone.Stood is { FollowedUpOn: null } first ? first with { ContactedOn = today } : undone.Stood is { } again ? again with { FollowedUpOn = today } : null,
        }, clock, stop);
        await store.Formers.Where(f => f.Kind == Kind && f.After == named).ExecuteDeleteAsync(stop);
    }

    private static string Named(Letter letter) => letter.Id.ToString("N");
}
