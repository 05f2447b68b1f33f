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

    /// <summary>So long waits what cannot be told yet, or is not to the point at present.</summary>
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(15);

    /// <summary>Whether a letter is sent now, later perhaps, or not at all.</summary>
    private enum Standing { Stands, Waits, IsOver }

    public string Name => Round;

    public async Task<DateTime?> Run(Due due, CancellationToken stop)
    {
        await due.Store.GiveUpClaims(due.Now - Hold, due.Now, stop);
        await due.Store.ForgetLetters(due.Now - Letter.Memory, stop);
        for (var sent = 0; sent < MostAtOnce && await due.Store.ClaimNext(MailSettings.Domain(settings), due.Now, stop) is { } letter; sent++)
        {
            // What is in hand is settled even while the server stops: nobody would know whether it was sent.
            var standing = IsTooLate(letter, due.Now) ? Standing.Stands : await StandingOf(due, letter);
            if (standing == Standing.Waits) await due.Store.PutBack(letter, due.Now + Pause, due.Now, CancellationToken.None);
            else await Mark(due, letter, standing == Standing.Stands ? await Send(letter, due.Now, stop) : new(LetterState.Held, Letter.CalledOff), CancellationToken.None);
        }
        return await due.Store.NextLetter(Hold, stop);
    }

    /// <summary>Notes what became of it, and tells the rooms when it counts as something else from now on. Only then others are kept out: who sends letters waits for nobody else.</summary>
    private static async Task Mark(Due due, Letter letter, Fate fate, CancellationToken stop)
    {
        var isLost = fate.State is LetterState.Failed or LetterState.Held;
        // What left is noted before anybody hears of it: where a room stumbles over it, nobody gets it a second time.
        var isNoted = !isLost && await due.Store.Mark(letter, fate, due.Now, stop) > 0;
        if (!isLost && !(isNoted && fate.State == LetterState.Sent && letter.ByHand)) return;
        due.Store.ChangeTracker.Clear();
        await due.Store.AllOrNothing(async () =>
        {
            if (isLost && await due.Store.Mark(letter, fate, due.Now, stop) == 0) return false;
            foreach (var room in due.Services.GetServices<ILetterFates>()) await (isLost ? room.ReachedNobody(due.Store, letter, due.Clock, stop) : room.WentOut(due.Store, letter, due.Clock, stop));
            return true;
        }, stop);
        due.Store.ChangeTracker.Clear();
    }

    /// <summary>What it is about may be over since it was written, whoever said so and however. Where that cannot be told, it surely did not leave, and is tried again.</summary>
    private static async Task<Standing> StandingOf(Due due, Letter letter)
    {
        try
        {
            var mayWait = letter.GoodUntil >= due.Now;
            foreach (var room in due.Services.GetServices<ILetterSubjects>())
                if (!await room.StillStands(due.Store, letter, due.Clock, CancellationToken.None))
                    return mayWait && await room.MayStandAgain(due.Store, letter, due.Clock, CancellationToken.None) ? Standing.Waits : Standing.IsOver;
            return Standing.Stands;
        }
        catch
        {
            await due.Store.PutBack(letter, due.Now + Pause, due.Now, CancellationToken.None);
            throw;
        }
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
