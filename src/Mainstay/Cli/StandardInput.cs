namespace Mainstay.Cli;

/// <summary>What is typed or sent to the program. It knows when it is waited for: nothing is under way then, and whoever wants to stop need not wait.</summary>
internal sealed class StandardInput(TextReader typed) : TextReader
{
    private static volatile bool isAwaited;

    public static bool IsAwaited => isAwaited;

    /// <summary>Waits for one key.</summary>
    public static char Key() => Await(() => Console.ReadKey(true).KeyChar);

    /// <summary>As bytes. Whoever reads them waits for more as long as there may be more.</summary>
    public static Stream Bytes()
    {
        isAwaited = true;
        return Console.OpenStandardInput();
    }

    public override int Peek() => Await(typed.Peek);

    public override int Read() => Await(typed.Read);

    public override int Read(char[] buffer, int index, int count) => Await(() => typed.Read(buffer, index, count));

    public override string? ReadLine() => Await(typed.ReadLine);

    public override string ReadToEnd() => Await(typed.ReadToEnd);

    private static T Await<T>(Func<T> read)
    {
        isAwaited = true;
        try
        {
            return read();
        }
        finally
        {
            isAwaited = false;
        }
    }
}
