using FieldKit.SampleVaults;

if (args is not [var version])
{
    Console.Error.WriteLine("Which version do these samples come from? Give its name, such as its commit.");
    return 2;
}

await NativeSample.MakeAsync(version);
await BrowserSample.MakeAsync(version);
return 0;
