using FsCheck;
using FsCheck.Fluent;
using Mainstay.Algorithms.Text;

namespace Mainstay.Algorithms.Tests.Text;

public sealed class EditDistanceTests
{
    [Theory]
    [InlineData("", "", 0)]
    [InlineData("ada", "ada", 0)]
    [InlineData("ada", "", 3)]
    [InlineData("ada", "adda", 1)]
    [InlineData("grace", "garce", 1)]
    [InlineData("katherine", "catherin", 2)]
    [InlineData("ca", "abc", 3)]
    public void Counts_typing_mistakes(string a, string b, int expected) => Assert.Equal(expected, EditDistance.Within(a, b, 10));

    [Fact]
    public void Says_nothing_beyond_the_bound()
    {
        Assert.Null(EditDistance.Within("grace", "alan", 2));
        Assert.Null(EditDistance.Within("a", "b", 0));
        Assert.Equal(1000, EditDistance.Within(new string('a', 1000), new string('b', 1000), int.MaxValue));
        Assert.Null(EditDistance.Within(new string('a', 1000), new string('b', 1000), 999));
        Assert.Throws<ArgumentOutOfRangeException>(() => EditDistance.Within("a", "b", -1));
    }

    [Fact]
    public void Agrees_with_the_whole_table_for_every_bound() => Laws.Hold(
        Laws.Three(Words, Words, Gen.Choose(0, 9)), triple =>
        {
            var (a, b, bound) = triple;
            var whole = Whole(a, b);
            return EditDistance.Within(a, b, bound) == (whole <= bound ? whole : null) && EditDistance.Within(b, a, bound) == EditDistance.Within(a, b, bound);
        });

    private static Gen<string> Words => Gen.Elements('a', 'b', 'c').ArrayOf().Select(letters => new string(letters[..Math.Min(9, letters.Length)]));

    private static int Whole(string a, string b)
    {
        var table = new int[a.Length + 1, b.Length + 1];
        for (var i = 0; i <= a.Length; i++)
            for (var j = 0; j <= b.Length; j++)
            {
                if (i == 0 || j == 0) { table[i, j] = i + j; continue; }
                table[i, j] = Math.Min(table[i - 1, j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1), Math.Min(table[i - 1, j], table[i, j - 1]) + 1);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) table[i, j] = Math.Min(table[i, j], table[i - 2, j - 2] + 1);
            }
        return table[a.Length, b.Length];
    }
}
