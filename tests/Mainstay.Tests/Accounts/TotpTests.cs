using System.Text;
using Mainstay.Accounts;

namespace Mainstay.Tests.Accounts;

public class TotpTests
{
    /// <summary>The secret of the examples in both documents.</summary>
    private static readonly byte[] Secret = Encoding.ASCII.GetBytes("12345678901234567890");

    private static readonly DateTimeOffset Noon = new(2026, 5, 1, 12, 0, 0, TimeSpan.Zero);

    /// <summary>Appendix D of RFC 4226.</summary>
    [Theory]
    [InlineData(0, "755224")]
    [InlineData(1, "287082")]
    [InlineData(2, "359152")]
    [InlineData(3, "969429")]
    [InlineData(4, "338314")]
    [InlineData(5, "254676")]
    [InlineData(6, "287922")]
    [InlineData(7, "162583")]
    [InlineData(8, "399871")]
    [InlineData(9, "520489")]
    public void Makes_the_codes_that_RFC_4226_gives(long step, string code) => Assert.Equal(code, Totp.Code(Secret, step));

    /// <summary>Appendix B of RFC 6238, with SHA-1: of its eight digits the last six.</summary>
    [Theory]
    [InlineData(59, "94287082")]
    [InlineData(1111111109, "07081804")]
    [InlineData(1111111111, "14050471")]
    [InlineData(1234567890, "89005924")]
    [InlineData(2000000000, "69279037")]
    [InlineData(20000000000, "65353130")]
    public void Makes_the_codes_that_RFC_6238_gives(long second, string code) =>
        Assert.Equal(code[2..], Totp.Code(Secret, Totp.StepAt(DateTimeOffset.FromUnixTimeSeconds(second))));

    [Theory]
    [InlineData(0, CodeIs.Right)]
    [InlineData(30, CodeIs.Right)]
    [InlineData(-30, CodeIs.Right)]
    [InlineData(60, CodeIs.Wrong)]
    [InlineData(-60, CodeIs.Wrong)]
    [InlineData(-270, CodeIs.Wrong)]
    [InlineData(300, CodeIs.Wrong)]
    [InlineData(-300, CodeIs.OfAnotherTime)]
    [InlineData(3 * 3600, CodeIs.Wrong)]
    [InlineData(-12 * 3600, CodeIs.OfAnotherTime)]
    [InlineData(-12 * 3600 - 30, CodeIs.Wrong)]
    public void Takes_a_step_either_side_and_says_of_a_clock_that_is_behind_and_never_of_one_that_is_ahead(int ahead, CodeIs expected)
    {
        var code = Totp.Judge(Secret, Totp.Code(Secret, Totp.StepAt(Noon.AddSeconds(ahead))), Noon, -1);

        Assert.Equal(expected, code.Is);
        Assert.Equal(expected == CodeIs.OfAnotherTime ? -ahead : 0, code.Behind.TotalSeconds);
        Assert.Equal(expected == CodeIs.Right ? Totp.StepAt(Noon.AddSeconds(ahead)) : 0, code.Step);
    }

    [Theory]
    [InlineData(-1, CodeIs.Right)]
    [InlineData(0, CodeIs.Used)]
    [InlineData(1, CodeIs.Used)]
    public void A_code_and_those_before_it_work_once(int last, CodeIs expected) =>
        Assert.Equal(expected, Totp.Judge(Secret, Totp.Code(Secret, Totp.StepAt(Noon)), Noon, Totp.StepAt(Noon) + last).Is);

    [Theory]
    [InlineData("755224", "755224")]
    [InlineData(" 755 224 ", "755224")]
    [InlineData("755-224", "755224")]
    [InlineData("٧٥٥٢٢٤", "755224")]
    [InlineData("000001", "000001")]
    [InlineData("75522", null)]
    [InlineData("7552244", null)]
    [InlineData("75522a", null)]
    [InlineData("½55224", null)]
    [InlineData("", null)]
    public void Reads_six_digits_of_any_script(string typed, string? code) => Assert.Equal(code, Totp.Tidy(typed));

    /// <summary>Section 10 of RFC 4648, without the signs that fill up the end.</summary>
    [Theory]
    [InlineData("", "")]
    [InlineData("f", "MY")]
    [InlineData("fo", "MZXQ")]
    [InlineData("foo", "MZXW6")]
    [InlineData("foob", "MZXW6YQ")]
    [InlineData("fooba", "MZXW6YTB")]
    [InlineData("foobar", "MZXW6YTBOI")]
    public void Writes_bytes_as_RFC_4648_does(string bytes, string text) => Assert.Equal(text, Base32.Of(Encoding.ASCII.GetBytes(bytes)));

    [Fact]
    public void The_address_names_the_account_and_holds_the_secret()
    {
        var secret = new FactorSecret(Guid.Empty, Secret);

        Assert.Equal("otpauth://totp/Mainstay:ada%2Bhome%40example.org?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Mainstay", secret.Address("ada+home@example.org"));
        Assert.Equal("GEZD GNBV GY3T QOJQ GEZD GNBV GY3T QOJQ", secret.InGroups);
    }
}
