using Mainstay.Exchange;
using Mainstay.Rhythm;
using Mainstay.Words;

namespace Mainstay.Tests.Exchange;

public class AskLoadTests
{
    private static readonly DateOnly Today = new(2026, 5, 1);

    [Fact]
    public void Who_is_near_is_good_for_more()
    {
        Assert.Equal([4, 2, 1, 1, 1], new[] { Layer.Core, Layer.Close, Layer.Extended, Layer.Wider, Layer.None }.Select(AskLoad.CapacityOf));
        Assert.Equal([.25, 1, 2], new[] { Weight.FiveMinute, Weight.Normal, Weight.Heavy }.Select(AskLoad.Amount));
    }

    [Fact]
    public void What_was_asked_fades_by_half_in_thirty_days()
    {
        var load = AskLoad.From([(Today, Weight.Normal), (Today.AddDays(-30), Weight.Heavy)], Layer.Close, Today);

        Assert.Equal((2.0, 1.0, 1.0), (load.Load, load.Utilisation, load.Willingness));
        Assert.Equal(30, load.Wait);
    }

    [Fact]
    public void Asked_too_much_it_is_said_and_nothing_is_blocked()
    {
        var load = AskLoad.From([(Today, Weight.Heavy), (Today, Weight.Heavy)], Layer.Close, Today);

        Assert.Equal("You have asked Grace a lot of late. In about 9 weeks there is room again; or ask somebody else.", load.Hints("Grace", Weight.Normal).Single().InWords(English));
        Assert.Equal(2, load.Utilisation);
    }

    [Fact]
    public void Where_there_is_room_nothing_is_said_and_what_is_too_much_is_named()
    {
        var free = AskLoad.From([], Layer.Extended, Today);

        Assert.Empty(free.Hints("Grace", Weight.Normal));
        Assert.Equal("Exchange.TooMuchForTie", free.Hints("Grace", Weight.Heavy).Single().Key);
        Assert.Equal("Exchange.AskedOfLate", AskLoad.From([(Today, Weight.Heavy)], Layer.Close, Today).Hints("Grace", Weight.Normal).Single().Key);
    }

    [Fact]
    public void What_was_asked_otherwise_than_by_an_ask_is_told_beside_the_warning_alone()
    {
        var asked = AskLoad.From([(Today, Weight.Heavy), (Today, Weight.Heavy)], Layer.Close, Today) with { TimesLately = 2, ForWhat = [new("Introductions.AmongAsks", 1)] };

        Assert.Equal(["Exchange.AskedALot", "Exchange.AskedTimes", "Introductions.AmongAsks"], asked.Hints("Grace", Weight.Normal).Select(h => h.Key));
        Assert.Empty((AskLoad.From([], Layer.Core, Today) with { TimesLately = 2, ForWhat = [new("Introductions.AmongAsks", 1)] }).Hints("Grace", Weight.Normal));
        Assert.Equal(["You asked Grace 2 times in the last eight weeks.", "Once it was for an introduction."], asked.Lately("Grace").Select(r => r.InWords(English)));
    }

    [Fact]
    public void Whose_layer_changed_between_two_readings_carries_all_of_it_once()
    {
        var grace = Guid.CreateVersion7();

        var loads = LoadQueries.LoadsFrom([new(grace, Today, Weight.Normal, Layer.Core), new(grace, Today, Weight.Normal, Layer.Close)], Today);

        Assert.Equal([(grace, 2.0)], loads.Select(l => (l.Key, l.Value.Load)));
    }

    private static System.Globalization.CultureInfo English => System.Globalization.CultureInfo.GetCultureInfo("en");
}
