using Mainstay.Jobs;
using Mainstay.Storage;

namespace Mainstay.Mail;

/// <summary>Who can take a letter somewhere.</summary>
public interface ICarrier
{
    LetterWay Way { get; }

    /// <summary>There is something to send it with.</summary>
    bool IsReady { get; }

    /// <summary>Tries once. Waiting means: not this time, and surely not arrived.</summary>
    Task<Fate> Carry(Letter letter, CancellationToken stop);
}

/// <summary>Takes the letters of a space out of its box, one after the other: claims, sends, marks. Two of them never take the same.</summary>
public sealed class Postman(IEnumerable<ICarrier> carriers, Settings settings) : IJob
{
    internal const string Round = "mail";

    private const int MostAtOnce = 100;

    /// <summary>Longer than any attempt lasts: who holds a letter for so long is gone.</summary>
    private static readonly TimeSpan Hold = TimeSpan.FromMinutes(10);

    public string Name => Round;

    public async Task<DateTime?> Run(Due due, CancellationToken stop)
    {
        await due.Store.GiveUpClaims(due.Now - Hold, due.Now, stop);
        await due.Store.ForgetLetters(due.Now - Letter.Memory, stop);
        for (var sent = 0; sent < MostAtOnce && await due.Store.ClaimNext(MailSettings.Domain(settings), due.Now, stop) is { } letter; sent++)
        {
            var fate = IsTooLate(letter, due.Now) || await StillStands(due, letter, stop) ? await Send(letter, due.Now, stop) : new(LetterState.Held, Letter.CalledOff);
            await Mark(due, letter, fate, CancellationToken.None); // it was sent: that is noted even while the server stops
        }
        return await due.Store.NextLetter(Hold, stop);
    }

    /// <summary>Notes what became of it, and tells the rooms when it counts as something else from now on. Only then others are kept out: who sends letters waits for nobody else.</summary>
    private static async Task Mark(Due due, Letter letter, Fate fate, CancellationToken stop)
    {
        var isLost = fate.State is LetterState.Failed or LetterState.Held;
        if (!isLost && !(fate.State == LetterState.Sent && letter.ByHand))
        {
            await due.Store.Mark(letter, fate, due.Now, stop);
            return;
        }
        due.Store.ChangeTracker.Clear();
        await due.Store.AllOrNothing(async () =>
        {
            if (await due.Store.Mark(letter, fate, due.Now, stop) == 0) return false;
            foreach (var room in due.Services.GetServices<ILetterFates>()) await (isLost ? room.ReachedNobody(due.Store, letter, due.Clock, stop) : room.WentOut(due.Store, letter, due.Clock, stop));
            return true;
        }, stop);
        due.Store.ChangeTracker.Clear();
    }

    /// <summary>What it is about may be over since it was written, whoever said so and however.</summary>
    private static async Task<bool> StillStands(Due due, Letter letter, CancellationToken stop)
    {
        foreach (var room in due.Services.GetServices<ILetterSubjects>())
            if (!await room.StillStands(due.Store, letter, due.Clock, stop)) return false;
        return true;
    }

    private static bool IsTooLate(Letter letter, DateTime now) => letter.GoodUntil < now && !letter.ByHand;

    private async Task<Fate> Send(Letter letter, DateTime now, CancellationToken stop)
    {
        if (IsTooLate(letter, now)) return new(LetterState.Held, "Mail.WhyTooLate");
        if (carriers.FirstOrDefault(c => c.Way == letter.Way && c.IsReady) is not { } carrier) return new(LetterState.Held, "Mail.WhyNotSetUp");
        var fate = await carrier.Carry(letter, stop);
        if (fate.State != LetterState.Waiting) return fate;
        return Backoff.After(letter.Attempts) is { } wait ? fate with { NextAt = now + wait } : fate with { State = LetterState.Failed };
    }
}
