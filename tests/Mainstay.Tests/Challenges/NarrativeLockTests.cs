using Mainstay.Challenges;

namespace Mainstay.Tests.Challenges;

public class NarrativeLockTests
{
    private const string Passphrase = "correct horse battery";

    private static readonly Narrative Written = new("The client left.\nÜber Nacht 🙂", "Bad", "Somebody to listen", null, "数学");

    [Fact]
    public void Passphrase_and_code_open_it_and_nothing_else_does()
    {
        var it = New();

        var code = NarrativeLock.Lock(it, Passphrase);

        Assert.Equal(new Narrative(), Narrative.Of(it));
        Assert.DoesNotContain("client", System.Text.Encoding.UTF8.GetString(it.Locked!), StringComparison.Ordinal);
        foreach (var secret in (string[])[Passphrase, $" {Passphrase} ", code, code.ToUpperInvariant().Replace('-', ' ')]) Assert.Equal(Written, NarrativeLock.Read(it, NarrativeLock.KeyBy(it, secret)!));
        foreach (var wrong in (string[])["correct horse batterx", code[..^1] + (code[^1] == 'a' ? 'b' : 'a'), ""]) Assert.Null(NarrativeLock.KeyBy(it, wrong));
        Assert.Null(NarrativeLock.Read(it, new byte[32]));
        Assert.Null(NarrativeLock.Read(it, [1, 2, 3]));
    }

    [Fact]
    public void What_is_locked_in_one_place_opens_in_no_other_and_what_was_changed_opens_nowhere()
    {
        var (one, other) = (New(), New());
        NarrativeLock.Lock(one, Passphrase);
        var key = NarrativeLock.KeyBy(one, Passphrase)!;

        (other.Locked, other.Salt, other.Rounds, other.ByPassphrase, other.ByRecovery) = (one.Locked, one.Salt, one.Rounds, one.ByPassphrase, one.ByRecovery);
        Assert.Null(NarrativeLock.KeyBy(other, Passphrase));
        Assert.Null(NarrativeLock.Read(other, key));
        one.Locked![20] ^= 1;
        Assert.Null(NarrativeLock.Read(one, key));
    }

    [Fact]
    public void Written_twice_it_is_never_the_same_and_it_can_stand_open_again()
    {
        var it = New();
        NarrativeLock.Lock(it, Passphrase);
        var (key, first) = (NarrativeLock.KeyBy(it, Passphrase)!, it.Locked!.ToArray());

        NarrativeLock.Write(it, Written, key);
        Assert.NotEqual(first, it.Locked);
        NarrativeLock.Unlock(it, NarrativeLock.Read(it, key)!);

        Assert.Equal(Written, Narrative.Of(it));
        Assert.Equal((null, null, 0), (it.Locked, it.Salt, it.Rounds));
    }

    private static Challenge New()
    {
        var it = new Challenge { Name = "The big client left" };
        Written.WriteTo(it);
        return it;
    }
}
