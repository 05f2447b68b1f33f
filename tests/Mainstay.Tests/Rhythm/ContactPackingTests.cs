using FsCheck.Fluent;
using Mainstay.Rhythm;

namespace Mainstay.Tests.Rhythm;

public class ContactPackingTests
{
    [Fact]
    public void What_is_unpacked_is_what_was_packed_to_the_bit()
    {
        var touches = (from day in Gen.Choose(0, 20_000) from kind in Gen.Elements(Enum.GetValues<TouchKind>()) from people in Gen.Choose(2, 40) from direction in Gen.Elements(Enum.GetValues<Direction>())
                       select new Contact(new DateOnly(1980, 1, 1).AddDays(day), kind, direction, people)).ListOf();

        RhythmCast.Hold(touches, list =>
        {
            var days = Strength.Days(list);
            return ContactPacking.Unpack(ContactPacking.Pack(days)).SequenceEqual(days);
        });
    }

    [Fact]
    public void A_hundred_touches_take_few_bytes()
    {
        var days = Strength.Days(Enumerable.Range(0, 100).Select(i => new Contact(new DateOnly(2024, 1, 1).AddDays(9 * i), TouchKind.Mail, i % 2 == 0 ? Direction.In : Direction.Out, 2)));

        Assert.InRange(ContactPacking.Pack(days).Length, 1, 210);
    }

    [Fact]
    public void Nothing_is_no_day() => Assert.Empty(ContactPacking.Unpack([]));
}
