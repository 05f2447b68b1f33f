using Mainstay.Accountability;
using Mainstay.Accounts;
using Mainstay.Tests.Rhythm;
using Mainstay.Web;
using Microsoft.Extensions.DependencyInjection;

namespace Mainstay.Tests.Accountability;

/// <summary>Ada promises something on Friday, 1 May 2026, before Grace.</summary>
internal static class AccountabilityCast
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static async Task<Guid> Commits(this TestHouse house, Func<NewCommitment, NewCommitment>? with = null)
    {
        var commitment = new NewCommitment { Promise = new("Send the offer", new(2026, 8, 31)) };
        return (await house.Again().Commit(with?.Invoke(commitment) ?? commitment, house.Today, house.Clock, Stop)).Id;
    }

    /// <summary>A commitment that Grace is asked to witness, and the path of her link.</summary>
    public static async Task<(Guid Id, Guid Grace, string Path)> Asks(this TestHouse house, DateOnly? due = null)
    {
        var grace = await house.Know("Grace Hopper");
        var id = await house.Commits(c => c with { WitnessId = grace, Promise = c.Promise with { Due = due ?? c.Promise.Due } });
        return (id, grace, await house.NewLink(id));
    }

    public static async Task<string> NewLink(this TestHouse house, Guid id) => "/answer/" + await house.Again().MakeWitnessLink(id, house.Today, house.Clock, Stop);

    /// <summary>A commitment that Grace witnesses, and the path of her link.</summary>
    public static async Task<(Guid Id, Guid Grace, string Path)> Witnessed(this TestHouse house, DateOnly? due = null)
    {
        var (id, grace, path) = await house.Asks(due);
        await house.Again().SayWitnessAnswer(id, true, house.Today, house.Clock, Stop);
        return (id, grace, path);
    }

    public static Task<CommitmentLine> Line(this TestHouse house, Guid id) => house.Again().CommitmentOf(id, Stop);

    public static Task<Guid> ChecksIn(this TestHouse house, Guid id, Went went, string? sentence = null) => house.Again().NoteCheckIn(id, new(went, sentence), house.Today, house.Clock, Stop);

    /// <summary>The witness writes a word by their link.</summary>
    public static async Task Writes(this TestHouse house, string path, string word)
    {
        var store = house.Again();
        await store.WriteByLink((await store.OpenLink(path["/answer/".Length..], house.Clock, Stop)).Link, word, house.Today, house.Clock, Stop);
    }

    public static Task<HttpResponseMessage> Press(this TestSite site, string path, params (string Name, string Value)[] form) => site.Send(path, form.ToDictionary(f => f.Name, f => f.Value));

    /// <summary>What the day's Today says of commitments, as it is dealt.</summary>
    public static async Task<IReadOnlyList<TodayItem>> Says(this TestHouse house) =>
        [.. (await house.Again().DealToday(house.Services.GetRequiredService<TodaySources>(), house.Today, Stop)).Where(c => c.Kind is CommitmentCard.CheckIns or CommitmentCard.Others)];
}
