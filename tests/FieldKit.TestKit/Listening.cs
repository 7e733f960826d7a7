namespace FieldKit.TestKit;

public static class Listening
{
    /// <summary>Until a server answers a GET with success, for a minute at most.</summary>
    public static async Task UntilAsync(Uri address)
    {
        using var client = new HttpClient();
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        using var tick = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
        while (await tick.WaitForNextTickAsync(patience.Token))
        {
            try
            {
                if ((await client.GetAsync(address, patience.Token)).IsSuccessStatusCode)
                {
                    return;
                }
            }
            catch (HttpRequestException)
            {
                // Not listening yet.
            }
        }
    }
}
